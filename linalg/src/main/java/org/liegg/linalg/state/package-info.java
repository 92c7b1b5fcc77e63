/**
 * The state of a decomposition as bytes: a header, what the kind writes, and a checksum. It is
 * published, since kinds of others write their rows with it. This package uses no other one of this
 * module.
 */
@NullMarked
package org.liegg.linalg.state;

import org.jspecify.annotations.NullMarked;
