/** What a browser sends along once it came in by the address the station printed. */
export async function enter(entrance: string): Promise<{ readonly cookie: string }> {
  const reply = await fetch(entrance, { redirect: 'manual' });
  const [cookie] = reply.headers.getSetCookie();
  if (reply.status !== 303 || cookie === undefined) throw new Error(`Not let in: ${await reply.text()}`);
  return { cookie: cookie.slice(0, cookie.indexOf(';')) };
}
