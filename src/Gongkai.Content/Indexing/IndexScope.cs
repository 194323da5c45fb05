namespace Gongkai.Content;

/// <summary>A place in an item while its contribution is gathered: kinds add to it without knowing where they are.</summary>
public readonly struct IndexScope
{
    private readonly IndexContribution _contribution;
    private readonly DefinitionSnapshot _definitions;
    private readonly string _field;
    private readonly string _keyPrefix;
    private readonly bool _nested;

    internal IndexScope(IndexContribution contribution, DefinitionSnapshot definitions, string field = "", string keyPrefix = "", bool nested = false)
    {
        (_contribution, _definitions, _field, _keyPrefix, _nested) = (contribution, definitions, field, keyPrefix, nested);
    }

    /// <summary>Adds a route.</summary>
    public void Route(string path, string? containedItemId = null)
    {
        if (!_nested)
            _contribution.Routes.Add(new(path, containedItemId));
    }

    /// <summary>Adds an alias.</summary>
    public void Alias(string alias)
    {
        if (!_nested)
            _contribution.Aliases.Add(alias);
    }

    /// <summary>Adds a term.</summary>
    public void Term(string taxonomyId, string termId) => _contribution.Terms.Add(new(_field, taxonomyId, termId));

    /// <summary>Adds a link to another item.</summary>
    public void Reference(string contentItemId) => _contribution.References.Add(new(_field, contentItemId));

    /// <summary>Adds a media file that the item shows.</summary>
    public void Media(string path) => _contribution.Media.Add(path);

    /// <summary>Adds a text to search. An inner item's title is body to the whole.</summary>
    public void Text(string text, IndexedTextRole role) =>
        _contribution.Texts.Add(new(_field, text, _nested && role == IndexedTextRole.Title ? IndexedTextRole.Body : role) { ContainedItemId = _nested ? _keyPrefix.TrimEnd('/') : null });

    /// <summary>Adds a value to filter or sort by.</summary>
    public void Value(object value)
    {
        if (!_nested)
            _contribution.Values.Add(new(_field, value));
    }

    /// <summary>Says in which list the item is; that is a link to the list, too.</summary>
    public void Container(string contentItemId, int order)
    {
        if (_nested)
            return;
        _contribution.Container = new(contentItemId, order);
        Reference(contentItemId);
    }

    /// <summary>Adds what is to be done with the item later.</summary>
    public void Schedule(ScheduleAction action, DateTime dueUtc)
    {
        if (!_nested)
            _contribution.Schedules.Add(new(action, dueUtc));
    }

    /// <summary>Adds a source of HTML.</summary>
    public void Markup(string source, MarkupFormat format) => _contribution.Markup.Add(new(_keyPrefix + _field, source, format));

    /// <summary>Adds what an inner item contributes to the whole.</summary>
    public void Nested(ContentItem item) => new IndexScope(_contribution, _definitions, "", item.ContentItemId + "/", nested: true).Item(item);

    internal void Item(ContentItem item)
    {
        if (_definitions.FindType(item.ContentType) is not { } type)
            return;
        foreach (var part in type.Parts)
        {
            if (part.Kind is { IsPrivate: true } || item.Part(part.Name) is not { } json)
                continue;
            part.Kind?.Contribute(item, part.Definition, json, Within(part.Name));
            foreach (var field in part.Fields)
            {
                if (json.Child(field.Name) is { } value)
                    field.Kind?.Contribute(field.Definition, value, Within($"{part.Name}.{field.Name}"));
            }
        }
    }

    private IndexScope Within(string field) => new(_contribution, _definitions, field, _keyPrefix, _nested);
}
