/** What is read off configurations of graphs. */
@NullMarked
package org.liegg.engine.dl4j.graph;

import org.jspecify.annotations.NullMarked;
