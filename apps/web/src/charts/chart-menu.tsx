import { Menu } from '@mantine/core';
import { IconDownload, IconLink, IconPhoto, IconVectorBezier } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { copyAddress } from './export.js';

interface ChartMenuProps {
  readonly target: ReactElement;
  readonly id: string;
  /** Absent while there is no picture. */
  readonly onPng: (() => void) | undefined;
  /** Absent where the picture is no drawing of its own. */
  readonly onSvg: (() => void) | undefined;
  readonly onCsv: () => void;
}

/** What can be done with a chart; open at first, since it is loaded when its button is pressed. */
export function ChartMenu({ target, id, onPng, onSvg, onCsv }: ChartMenuProps): ReactElement {
  return (
    <Menu position="bottom-end" withinPortal defaultOpened>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconLink size={16} />} onClick={() => void copyAddress(id)}>
          Copy the link to this
        </Menu.Item>
        <Menu.Item leftSection={<IconPhoto size={16} />} disabled={!onPng} onClick={onPng}>
          Save as PNG
        </Menu.Item>
        {onSvg && (
          <Menu.Item leftSection={<IconVectorBezier size={16} />} onClick={onSvg}>
            Save as SVG
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconDownload size={16} />} onClick={onCsv}>
          Save as CSV
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
