/** How much is tried: the gate's share, or HENG_FUZZ of it; HENG_SEED starts elsewhere. */
function setting(name: string, otherwise: number): number {
  const given = process.env[name];
  return given === undefined ? otherwise : Number(given);
}

export const rounds = (gate: number): number => setting("HENG_FUZZ", gate);
export const SEED = setting("HENG_SEED", 20_221_231);
