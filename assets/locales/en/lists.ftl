# Lists of people and the other downloads that are read beside a report.
