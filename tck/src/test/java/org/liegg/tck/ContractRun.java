package org.liegg.tck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * What a contract said of an implementation.
 *
 * @param tests number of tests that ran
 * @param failed names of the test methods that failed
 */
record ContractRun(long tests, List<String> failed) {

  /** Runs the tests of a subclass of a contract. */
  static ContractRun of(Class<?> contract) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(contract)).build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return new ContractRun(
        listener.getSummary().getTestsStartedCount(),
        listener.getSummary().getFailures().stream()
            .map(failure -> failure.getTestIdentifier().getDisplayName().replace("()", ""))
            .toList());
  }
}
