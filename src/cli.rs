//! Commands, reports and exit codes. The only room that prints.
