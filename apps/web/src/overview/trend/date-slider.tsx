import { Slider } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { dayText } from '../../time/words.js';
import { type Stop, yearFrom } from './months.js';

interface DateSliderProps {
  readonly stops: readonly Stop[];
  /** The day that is looked at; absent: now. */
  readonly day: string | undefined;
  /** Told while the date is moved, so that charts can follow; null when that ended. */
  readonly onMove: (stop: Stop | null) => void;
  /** Told when it stays. @param day absent: now */
  readonly onSettle: (day: string | undefined) => void;
}

const wordsOf = (stop: Stop | undefined) => (stop?.day ? dayText(stop.day) : 'Now');

/** Moves the day that the whole page speaks of: by pointer, arrows (a month), Page keys (a year). */
export function DateSlider({ stops, day, onMove, onSettle }: DateSliderProps) {
  const last = stops.at(-1)?.value ?? 0;
  const settled = stops.find((stop) => stop.day === day?.slice(0, 10))?.value ?? (day ? 0 : last);
  const [moved, setMoved] = useState<number>();
  const stopAt = (value: number) => stops.find((stop) => stop.value === value);
  const settle = (value: number) => {
    setMoved(undefined);
    onMove(null);
    if (value !== settled) onSettle(stopAt(value)?.day);
  };
  const byYears = (event: KeyboardEvent) => {
    const years = event.key === 'PageUp' ? 1 : event.key === 'PageDown' ? -1 : undefined;
    if (!years) return;
    event.preventDefault();
    const stop = yearFrom(stops, settled, years);
    if (stop) settle(stop.value);
  };
  return (
    <Slider
      min={0}
      max={last}
      step={0.001}
      restrictToMarks
      marks={stops.map(({ value }) => ({ value }))}
      value={moved ?? settled}
      onChange={(value) => {
        setMoved(value);
        onMove(stopAt(value) ?? null);
      }}
      onChangeEnd={settle}
      onKeyDown={byYears}
      label={null}
      thumbLabel="The day that the page speaks of"
      thumbValueText={wordsOf(stopAt(moved ?? settled))}
      size="sm"
      thumbSize={24}
      styles={{ mark: { display: 'none' }, root: { paddingInline: 0 } }}
      className="date-slider"
    />
  );
}
