"""Measurements that are run by hand; the numbers depend on the machine, the ratios hardly."""
