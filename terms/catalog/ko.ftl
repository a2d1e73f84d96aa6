## Common
at-least-reports-people = 최소 { $people }명이 전한 최소 { $reports }건의 보고
