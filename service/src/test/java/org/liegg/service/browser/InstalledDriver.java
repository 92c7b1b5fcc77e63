package org.liegg.service.browser;

import org.openqa.selenium.chrome.AddHasCdp;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumDriver;
import org.openqa.selenium.chromium.ChromiumDriverCommandExecutor;
import org.openqa.selenium.remote.http.ClientConfig;

/** What ChromeDriver is, but for the class that would look for a driver and download one. */
final class InstalledDriver extends ChromiumDriver {
  InstalledDriver(ChromeDriverService service, ChromeOptions options) {
    super(
        new ChromiumDriverCommandExecutor(
            service, new AddHasCdp().getAdditionalCommands(), ClientConfig.defaultConfig()),
        options,
        ChromeOptions.CAPABILITY);
    cdp = new AddHasCdp().getImplementation(getCapabilities(), getExecuteMethod());
  }
}
