const [queries, most] = arguments;

return (async () => {
  const found = [];
  for (const typed of queries) {
    const { results } = await window.engine.search(typed);
    found.push(results.slice(0, most ?? undefined).map((result) => result.id));
  }
  return found;
})();
