"""Holds pages against axe-core in headless Chromium: WCAG 2.2 AA and best practices, on a desktop and a phone,
in the light and in the dark, in both languages. Prints each violation; exits 1 where there is one.

    accessibility.py PAGE…      [--pictures FOLDER]

Needs the PyPI packages selenium and axe-playwright-python (which carries axe.min.js), and Debian's chromium and
chromium-driver; without them it says "skipped:" and exits 0.
"""

import importlib.util
import pathlib
import shutil
import sys


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(0)


browser, driver_path = shutil.which("chromium"), shutil.which("chromedriver")
package = importlib.util.find_spec("axe_playwright_python")
if not browser or not driver_path:
    skip("chromium or chromium-driver is not on this machine")
if not package or not importlib.util.find_spec("selenium"):
    skip("the Python packages selenium and axe-playwright-python are not here")

from selenium import webdriver

AXE = pathlib.Path(package.origin).with_name("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

arguments = sys.argv[1:]
pictures = None
if "--pictures" in arguments:
    place = arguments.index("--pictures")
    pictures = pathlib.Path(arguments[place + 1])
    del arguments[place : place + 2]

options = webdriver.ChromeOptions()
options.binary_location = browser
for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]:
    options.add_argument(argument)
driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver_path))

violations = views = 0
try:
    for page in arguments:
        address = pathlib.Path(page).resolve().as_uri()
        for view, width, height, is_mobile in [("desktop", 1366, 900, False), ("phone", 390, 844, True)]:
            driver.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": is_mobile},
            )
            for scheme in ["light", "dark"]:
                driver.execute_cdp_cmd(
                    "Emulation.setEmulatedMedia",
                    {"features": [{"name": "prefers-color-scheme", "value": scheme}]},
                )
                for language in ["vi", "en"]:
                    driver.get(address)
                    switch = driver.find_elements("id", f"lang-{language}")
                    if switch:
                        driver.execute_script("arguments[0].click()", switch[0])
                    elif language == "en":
                        continue
                    if pictures:
                        name = f"{pathlib.Path(page).stem}-{view}-{scheme}-{language}.png"
                        driver.save_screenshot(str(pictures / name))
                    # What is folded is judged too.
                    driver.execute_script("for (const fold of document.querySelectorAll('details')) fold.open = true")
                    driver.execute_script(AXE)
                    result = driver.execute_async_script(
                        "const done = arguments[1];"
                        "axe.run(document, {runOnly: {type: 'tag', values: arguments[0]}}).then(done)",
                        TAGS,
                    )
                    wide = driver.execute_script(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
                    )
                    views += 1
                    where = f"{page} ({view}, {scheme}, {language})"
                    if not result["passes"]:
                        violations += 1
                        print(f"{where}: axe judged nothing")
                    if wide > 0:
                        violations += 1
                        print(f"{where}: wider than the screen by {wide} pixels")
                    for violation in result["violations"]:
                        violations += 1
                        print(f"{where}: {violation['id']}: {violation['help']}")
                        for node in violation["nodes"][:3]:
                            print(f"    {node['html'][:200]}\n    {node.get('failureSummary', '')[:300]}")
finally:
    driver.quit()

print(f"{views} views, {violations} violations")
sys.exit(1 if violations or not views else 0)
