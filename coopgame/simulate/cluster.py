"""The same chunks on a Dask cluster that is already there; starts and stops nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from coopgame.simulate.run_games import Workers


class NoCluster(Exception):
    """The cluster cannot be used; says why in one word."""


@contextmanager
def cluster_workers(address: str) -> Iterator[Workers]:
    """Yield the workers of the scheduler at an address such as `tcp://10.0.0.5:8786`.

    Raises NoCluster when the extra is not installed or nobody answers there.
    """
    try:
        from distributed import Client
    except ImportError:
        raise NoCluster("no_extra") from None
    try:
        client: Any = Client(address, timeout="10s", set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError):
        raise NoCluster("no_answer") from None
    try:
        yield client.get_executor(pure=False, retries=5)
    finally:
        client.close()
