// Plain JavaScript, so that even an old Node can say what is wrong instead of failing on a type.
const wanted = 24;
if (Number(process.versions.node.split('.')[0]) < wanted) {
  console.error(
    `Lockout runs on Node ${wanted} or newer and this is Node ${process.versions.node}. ` +
      'Start it with "npm start" after "npm ci": that brings and uses the right Node.',
  );
  process.exit(1);
}
await import('./start/start.ts');
