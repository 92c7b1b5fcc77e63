/** Generators of files as actions, and of reports as files. */
@NullMarked
package org.liegg.app.generators;

import org.jspecify.annotations.NullMarked;
