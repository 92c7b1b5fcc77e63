/** The short run, of fixed seeds, that every build does. */
@org.jspecify.annotations.NullMarked
package org.liegg.fuzz;
