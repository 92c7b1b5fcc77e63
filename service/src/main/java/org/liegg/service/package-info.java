/** A service that runs analyses: what the command {@code liegg serve} starts. */
@NullMarked
package org.liegg.service;

import org.jspecify.annotations.NullMarked;
