/** What the contract allows: kinds of plates, and the heaviest, kg. */
const MOST_PLATES = 20;
const MOST_KG = 100;

/** Heaviest first, each once; null when something in it is no plate. */
export function parsePlates(text: string, toKg: (load: number) => number): number[] | null {
  const parts = text.split(/[\s;]+/).filter(Boolean);
  const plates = parts.map((part) => toKg(Number(part.replace(',', '.'))));
  if (parts.length === 0 || parts.length > MOST_PLATES) return null;
  if (!plates.every((kg) => kg > 0 && kg <= MOST_KG)) return null;
  return [...new Set(plates)].toSorted((a, b) => b - a);
}
