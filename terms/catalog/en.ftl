## Common
at-least-reports-people = at least { $reports } reports from at least { $people } people
