/** What is fuzzed: for each reader, small valid inputs made here, their damage, and the reading. */
@NullMarked
package org.liegg.fuzz.targets;

import org.jspecify.annotations.NullMarked;
