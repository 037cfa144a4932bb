package org.hibernate.proxy;

/** Stands in for Hibernate's interface, which is recognised by its name. */
public interface HibernateProxy {}
