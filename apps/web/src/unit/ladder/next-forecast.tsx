import { Group, Stack, Text } from '@mantine/core';
import { IconChartBarPopular } from '@tabler/icons-react';
import type { Schemas } from '#lib/client';
import { api } from '../../api/client.js';
import { useMoment } from '../../time/moment.js';
import { countText, dayText, numberText } from '../../time/words.js';
import { useUnit } from '../unit-context.js';
import { type Band, bandOf } from './band.js';
import classes from './ladder.module.css';

/** When the next stage of a model may be reached: a range with the precedents that it rests on. */
export function NextForecast({ model }: { readonly model: string }) {
  const { unit } = useUnit();
  const { data } = api.useQuery('get', '/api/v1/units/{unit}/forecast', {
    params: { path: { unit }, query: useMoment() },
  });
  const next = data?.items.find((item) => item.model === model)?.next;
  if (!data || !next) return null;
  const band = next.forecast.basis === 'history' ? bandOf(next.forecast, data.asOf) : undefined;
  const text = forecastText(next.forecast);
  return (
    <Stack gap={4}>
      <Group gap={6} wrap="nowrap" align="flex-start">
        <IconChartBarPopular size={16} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
        <Text size="sm">
          <b>
            Forecast to stage {next.stage.ordinal}, {next.stage.name}:
          </b>{' '}
          {text}
        </Text>
      </Group>
      {band && <BandPicture band={band} title={text} />}
    </Stack>
  );
}

/** A forecast in words, with what it rests on. */
export function forecastText(forecast: Schemas['Forecast']): string {
  const { basis, precedents, p50, p85, p10, beyond = 0 } = forecast;
  const rests = `from ${countText(precedents, 'precedent')}`;
  if (basis === 'not-enough-history') {
    return `none yet. Others passed this gate ${countText(precedents, 'time')}; a forecast takes 10.`;
  }
  const share = Math.round(beyond * 100);
  if (share === 100)
    return `open. It has taken longer already than anything seen so far (${rests}).`;
  const late = `${numberText(share)} in 100 take longer than anything seen so far`;
  if (!p50) {
    const early = p10 ? `one in ten by ${dayText(p10)}, ` : '';
    return `open: ${early}${late} (${rests}).`;
  }
  const end = p85 ? `85 in 100 by ${dayText(p85)}` : late;
  return `half by ${dayText(p50)}, ${end} (${rests}).`;
}

const HEIGHT = 12;

function BandPicture({ band, title }: { readonly band: Band; readonly title: string }) {
  const { wide, likely, open } = band;
  return (
    <svg
      role="img"
      aria-label={`Forecast: ${title}`}
      className={classes.band}
      viewBox={`0 0 100 ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      <line x1={0} x2={100} y1={HEIGHT / 2} y2={HEIGHT / 2} className={classes.axis} />
      <rect
        x={wide[0]}
        width={Math.max(wide[1] - wide[0], 0.6)}
        y={1}
        height={HEIGHT - 2}
        className={open ? classes.open : classes.wide}
      />
      <rect
        x={likely[0]}
        width={Math.max(likely[1] - likely[0], 0.6)}
        y={1}
        height={HEIGHT - 2}
        className={classes.likely}
      />
      <rect x={0} width={0.4} y={0} height={HEIGHT} className={classes.today} />
    </svg>
  );
}
