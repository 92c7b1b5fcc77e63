package org.liegg.tck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * What contracts said of implementations, for use outside a build: in a test that a wrong
 * implementation is rejected, or on a plug-in's classes that are only on the class path.
 *
 * <p>In a build nothing of this is needed. A subclass of a contract whose name ends in {@code Test}
 * is found by the scan for test classes that Maven, Gradle and IDEs do. A contract is never run on
 * what a ServiceLoader finds: only the provider's author can say which models to open.
 *
 * @param tests number of tests that passed or failed
 * @param skipped number of tests that did not apply
 * @param failures the tests that failed, in the order in which they ran
 */
public record ContractRun(long tests, long skipped, List<Failure> failures) {

  /** Copies the list. */
  public ContractRun {
    failures = List.copyOf(failures);
  }

  /**
   * A test that failed.
   *
   * @param contract name of the subclass of the contract
   * @param test name of the method
   * @param message what was wrong
   */
  public record Failure(String contract, String test, String message) {}

  /** Runs these subclasses of contracts. */
  public static ContractRun of(Class<?>... contracts) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(Arrays.stream(contracts).map(type -> selectClass(type)).toList())
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    TestExecutionSummary summary = listener.getSummary();
    return new ContractRun(
        summary.getTestsSucceededCount() + summary.getTestsFailedCount(),
        summary.getTestsSkippedCount() + summary.getTestsAbortedCount(),
        summary.getFailures().stream().map(ContractRun::failure).toList());
  }

  /**
   * Runs every subclass of a contract that the class path has in a package or below it.
   *
   * @throws IllegalArgumentException if there is none, so that a typing error is no success
   */
  public static ContractRun in(String packageName) {
    List<Class<?>> contracts =
        ReflectionSupport.findAllClassesInPackage(
            packageName,
            type -> !Modifier.isAbstract(type.getModifiers()) && isContract(type),
            name -> true);
    if (contracts.isEmpty()) {
      throw new IllegalArgumentException("ContractRun: no contract in package " + packageName);
    }
    return of(contracts.toArray(Class<?>[]::new));
  }

  /** Whether all tests that apply passed, and there were some. */
  public boolean passed() {
    return tests > 0 && failures.isEmpty();
  }

  /** Names of the test methods that failed. */
  public List<String> failed() {
    return failures.stream().map(Failure::test).toList();
  }

  private static boolean isContract(Class<?> type) {
    for (Class<?> of = type.getSuperclass(); of != null; of = of.getSuperclass()) {
      if (of.getPackage() == ContractRun.class.getPackage()
          && of.getSimpleName().endsWith("Contract")) {
        return true;
      }
    }
    return false;
  }

  private static Failure failure(TestExecutionSummary.Failure failure) {
    String message = String.valueOf(failure.getException().getMessage());
    return failure
        .getTestIdentifier()
        .getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .map(source -> new Failure(source.getClassName(), source.getMethodName(), message))
        .orElseGet(() -> new Failure(failure.getTestIdentifier().getDisplayName(), "", message));
  }
}
