#!/usr/bin/env python3
"""The hub is gone for a whole visit: the visitor is told "bewaard" all the same, and when the hub
is back the request arrives, once."""
import sys
import tempfile
import time

import rig


def test_the_hub_is_gone_for_a_whole_visit():
    with tempfile.TemporaryDirectory() as folder, rig.Rig(folder) as demo:
        demo.open()
        demo.start_sync()
        places = rig.Places(demo).learn(rig.ROAD_SHORT)
        demo.stop("hub")
        demo.touch(rig.ROAD_SHORT, places)
        code = rig.wait_code(demo.screen)
        saved = "bewaard" in demo.screen.read().lower()
        print(f"without a hub the visitor saw code {code}, bewaard: {saved}", flush=True)
        time.sleep(2 * demo.cadence_s)
        demo.start_hub()
        end = time.monotonic() + 90
        while time.monotonic() < end and demo.inbox_codes() != [code]:
            time.sleep(1)
        codes = demo.inbox_codes()
        print(f"with the hub back the inbox holds {codes}")
        if not (code and saved and codes == [code]):
            return 1
        print("passed test_the_hub_is_gone_for_a_whole_visit")
        return 0


if __name__ == "__main__":
    sys.exit(test_the_hub_is_gone_for_a_whole_visit())
