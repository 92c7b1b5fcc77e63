/**
 * The composition root: puts engines, actions, decompositions, data readers and the pipeline
 * together (Guice, in {@link org.liegg.app.LieggModule}) and offers what a user asks for as
 * services, {@link org.liegg.app.Extractions} first. Whatever the command can do, these services
 * can do; nothing here prints.
 */
@NullMarked
package org.liegg.app;

import org.jspecify.annotations.NullMarked;
