/**
 * What others implement: three provider interfaces of one shape ({@link
 * org.liegg.api.spi.ModelGradientProvider}, {@link org.liegg.api.spi.DecompositionProvider}, {@link
 * org.liegg.api.spi.GroupActionProvider}), the objects they open, and the {@link
 * org.liegg.api.spi.ProviderRegistry} that finds them. No engine, decomposition or action lives
 * here.
 */
@NullMarked
package org.liegg.api.spi;

import org.jspecify.annotations.NullMarked;
