/** {@code liegg serve}: a service for a team. */
@NullMarked
package org.liegg.cli.serve;

import org.jspecify.annotations.NullMarked;
