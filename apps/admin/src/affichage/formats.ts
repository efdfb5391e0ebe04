/** Dates, numbers and sizes as people read them in French. */
const number = new Intl.NumberFormat('fr-FR');
const day = new Intl.DateTimeFormat('fr-FR', { day: '2-digit', month: '2-digit', year: 'numeric' });
const moment = new Intl.DateTimeFormat('fr-FR', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

export const formatNumber = (value: number): string => number.format(value);

const signed = new Intl.NumberFormat('fr-FR', {
  signDisplay: 'exceptZero',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** `+2,1`, `−0,4`. */
export const formatSigned = (value: number): string => signed.format(value).replace('-', '\u2212');

/** A calendar day (`2020-09-01`, read as such and not as midnight UTC) or an instant. */
export const formatDay = (iso: string): string => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : day.format(new Date(iso));
};

const hour = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' });
export const formatHour = (iso: string): string => hour.format(new Date(iso));

export const formatInstant = (iso: string): string => moment.format(new Date(iso));

/** A share, 0 to 1, with one decimal: `12,3 %`. */
export const formatPercent = (part: number): string => `${number.format(Math.round(part * 1000) / 10)} %`;

/** A probability, 0 to 1, as whole per cents; never 100 unless it is certain. */
export const percent = (probability: number): number =>
  probability >= 1 ? 100 : Math.min(99, Math.round(probability * 100));

export const formatBytes = (bytes: number): string => {
  const units = ['o', 'ko', 'Mo', 'Go'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${number.format(unit === 0 ? value : Math.round(value * 10) / 10)} ${units[unit]}`;
};

/** Seconds as `2 h 05 min`, `3 min 20 s` or `12 s`. */
export const formatDuration = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = whole % 60;
  if (hours > 0) return `${hours} h ${String(minutes).padStart(2, '0')} min`;
  if (minutes > 0) return `${minutes} min ${String(rest).padStart(2, '0')} s`;
  return `${rest} s`;
};
