// Maps that stand beside each other move together.

const groups = new Map();

/** Let a map follow all others of its name, and lead them; returns what ends that. */
export function link(map, name) {
  const group = groups.get(name) ?? new Set();
  groups.set(name, group.add(map));
  const lead = () => {
    if (map.follows) {
      return;
    }
    for (const other of group) {
      if (other !== map) {
        other.follows = true;
        other.setView(map.getCenter(), map.getZoom(), { animate: false });
        other.follows = false;
      }
    }
  };
  map.on("move zoom", lead);
  return () => {
    map.off("move zoom", lead);
    group.delete(map);
  };
}
