/**
 * Contracts that every implementation of an SPI must keep, as abstract JUnit 5 test classes: a
 * provider's build extends one, supplies what it implements, and inherits the tests. They say what
 * callers rely on and nothing about how it is done. {@link org.liegg.tck.ContractRun} runs them
 * outside a build; {@link org.liegg.tck.SymmetricFunctions} has functions to look for symmetries
 * of. The implementations, and tests of anything that only one implementation promises, live with
 * the implementations.
 */
@NullMarked
package org.liegg.tck;

import org.jspecify.annotations.NullMarked;
