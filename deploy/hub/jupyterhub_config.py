"""JupyterHub for a class. README.md beside this file says what each number comes from.

Numbers that differ from class to class are read from the environment, so that this file can stay as
it is: CNN_CPUS, CNN_MEMORY_GUARANTEE, CNN_MEMORY_LIMIT, CNN_IDLE_SECONDS.
"""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
CPUS = float(os.environ.get("CNN_CPUS", "1"))  # a student's share of the processors
IDLE = int(os.environ.get("CNN_IDLE_SECONDS", "3600"))

c = get_config()  # noqa: F821

# A student's server makes the practice copies first, as the student, in the student's home.
c.Spawner.cmd = [sys.executable, str(HERE / "start_server.py")]
c.Spawner.default_url = "/lab/tree/cnn-practice/00_start_here.ipynb"
c.Spawner.environment = {
    # Numerical libraries count the machine's processors, not a student's share of them.
    name: str(max(1, int(CPUS)))
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
}

# A spawner that can hold students to these does so: systemdspawner, dockerspawner, kubespawner.
# JupyterHub's own LocalProcessSpawner starts servers without limits.
c.Spawner.cpu_limit = CPUS
c.Spawner.mem_guarantee = os.environ.get("CNN_MEMORY_GUARANTEE", "512M")
c.Spawner.mem_limit = os.environ.get("CNN_MEMORY_LIMIT", "2G")

# A whole class comes at once.
c.JupyterHub.concurrent_spawn_limit = 40
c.Spawner.start_timeout = 300
c.Spawner.http_timeout = 300

# Whatever nobody uses ends: kernels, which hold most of the memory, and then servers. What a
# student has written stays in the home.
c.Spawner.args = [
    f"--MappingKernelManager.cull_idle_timeout={IDLE}",
    "--MappingKernelManager.cull_interval=300",
]
c.JupyterHub.services = [
    {
        "name": "idle-culler",
        "command": [sys.executable, "-m", "jupyterhub_idle_culler", f"--timeout={IDLE}"],
    }
]
c.JupyterHub.load_roles = [
    {
        "name": "idle-culler",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["idle-culler"],
    }
]
