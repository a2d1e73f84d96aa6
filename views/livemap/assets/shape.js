// Lines and rings as they travel: whole numbers, the first point absolute, then steps, longitude first.

/** Decode one line or ring into Leaflet's [latitude, longitude] pairs. */
export function decode(steps, scale) {
  const points = new Array(steps.length / 2);
  let x = 0;
  let y = 0;
  for (let at = 0; at < steps.length; at += 2) {
    x += steps[at];
    y += steps[at + 1];
    points[at / 2] = [y / scale, x / scale];
  }
  return points;
}

/** Decode a list of lines, or the rings of one polygon. */
export function decodeLines(lines, scale) {
  return lines.map((line) => decode(line, scale));
}

/** Decode a list of polygons. */
export function decodePolygons(polygons, scale) {
  return polygons.map((rings) => decodeLines(rings, scale));
}

/** Draw the corners of polygons, nested as they come, towards a point: to `share` of their way from it. */
export function shrink(shape, centre, share) {
  if (typeof shape[0] === "number") {
    const [lat, lng] = shape;
    return [centre.lat + share * (lat - centre.lat), centre.lng + share * (lng - centre.lng)];
  }
  return shape.map((part) => shrink(part, centre, share));
}
