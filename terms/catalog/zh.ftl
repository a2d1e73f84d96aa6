## Common
at-least-reports-people = 至少{ $people }人的至少{ $reports }份报告
