/**
 * Reads the text of an action from left to right, and says at which character it is wrong. Group
 * types come from a registry of providers; what a type makes of its arguments is its provider's.
 */
@NullMarked
package org.liegg.groups.grammar;

import org.jspecify.annotations.NullMarked;
