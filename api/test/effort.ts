/**
 * Processor seconds that work takes in this process. Unlike the clock they do not grow when a machine does much else, so a wide
 * bound on them tells a careless pattern, which takes minutes, from a slow machine.
 */
export async function effortOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
