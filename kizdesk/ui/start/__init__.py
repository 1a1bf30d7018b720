"""Be what stands in the window while no project is open: the projects of this machine, and a new one."""
