package org.hibernate.collection.spi;

/** Stands in for Hibernate's interface, which is recognised by its name. */
public interface PersistentCollection {}
