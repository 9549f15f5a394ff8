/** Where the code on a paper leads, and whether a phone that is not this computer can get there. */
export interface CheckAddress {
  readonly address: string;
  readonly onlyHere: boolean;
}

export function checkAddress(publicUrl: string): CheckAddress {
  const { hostname, host } = new URL(publicUrl);
  const onlyHere = /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(hostname);
  return { address: `${host}/v/`, onlyHere };
}
