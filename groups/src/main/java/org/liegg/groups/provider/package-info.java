/**
 * The built-in group types as the grammar names them, found by ServiceLoader: each reads its
 * arguments and calls {@link org.liegg.groups.Actions}. Nothing calls these classes by name.
 */
@NullMarked
package org.liegg.groups.provider;

import org.jspecify.annotations.NullMarked;
