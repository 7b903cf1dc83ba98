"""The measurements, as commands: accuracy against annotated reports and public yardsticks, and speed."""
