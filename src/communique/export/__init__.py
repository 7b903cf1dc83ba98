"""The record as files for other programs: one file a format, every row with quote, source and offsets."""
