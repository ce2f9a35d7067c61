/* SPDX-License-Identifier: GPL-2.0 */
/* Lists and kobjects. Include kernel.h. */
#ifndef HWI_HOST_OBJECTS_H
#define HWI_HOST_OBJECTS_H

/* Lists. */
struct list_head {
	struct list_head *next;
	struct list_head *prev;
};

#define LIST_HEAD_INIT(name)     \
	{                        \
		&(name), &(name) \
	}
#define LIST_HEAD(name) struct list_head name = LIST_HEAD_INIT(name)
#define list_entry(at, type, member) container_of(at, type, member)
#define list_for_each_entry(pos, head, member)                         \
	for (pos = list_entry((head)->next, __typeof__(*pos), member); \
	     &pos->member != (head);                                   \
	     pos = list_entry(pos->member.next, __typeof__(*pos), member))

static inline void INIT_LIST_HEAD(struct list_head *head)
{
	head->next = head;
	head->prev = head;
}

static inline bool list_empty(const struct list_head *head)
{
	return head->next == head;
}

static inline bool list_is_last(const struct list_head *at,
				const struct list_head *head)
{
	return at->next == head;
}

static inline void list_add_tail(struct list_head *at, struct list_head *head)
{
	at->prev = head->prev;
	at->next = head;
	head->prev->next = at;
	head->prev = at;
}

static inline void list_add(struct list_head *at, struct list_head *head)
{
	list_add_tail(at, head->next);
}

static inline void list_del(struct list_head *at)
{
	at->prev->next = at->next;
	at->next->prev = at->prev;
	at->next = NULL;
	at->prev = NULL;
}

static inline void list_del_init(struct list_head *at)
{
	list_del(at);
	INIT_LIST_HEAD(at);
}

/* Objects. Suites keep a reference of their own to each. */
typedef struct {
	int refs;
} refcount_t;

struct kref {
	refcount_t refcount;
};

struct kobj_type {
	void (*release)(struct kobject *kobj);
};

struct kset {
	struct list_head list;
	spinlock_t list_lock;
};

struct kobject {
	struct list_head entry;
	const struct kobj_type *ktype;
	struct kref kref;
};

static inline void refcount_set(refcount_t *count, int refs)
{
	count->refs = refs;
}

static inline unsigned int kref_read(const struct kref *kref)
{
	return kref->refcount.refs;
}

static inline void kobject_init(struct kobject *kobj,
				const struct kobj_type *ktype)
{
	INIT_LIST_HEAD(&kobj->entry);
	kobj->ktype = ktype;
	kobj->kref.refcount.refs = 1;
}

static inline struct kobject *kobject_get_unless_zero(struct kobject *kobj)
{
	if (!kobj->kref.refcount.refs)
		return NULL;
	kobj->kref.refcount.refs++;
	return kobj;
}

static inline void kobject_put(struct kobject *kobj)
{
	might_sleep();
	if (kobj->kref.refcount.refs < 2)
		HOST_DIE("the last reference is dropped\n");
	kobj->kref.refcount.refs--;
}

#endif
