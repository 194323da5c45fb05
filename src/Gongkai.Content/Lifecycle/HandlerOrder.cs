namespace Gongkai.Content;

/// <summary>Values of <see cref="IContentHandler.Order"/>.</summary>
public static class HandlerOrder
{
    /// <summary>The model's own handlers, after those of modules.</summary>
    public const int Model = 100;

    /// <summary>Handlers as they run.</summary>
    /// <param name="handlers">As they were registered.</param>
    public static IReadOnlyList<IContentHandler> Sort(IEnumerable<IContentHandler> handlers) => [.. handlers.OrderBy(handler => handler.Order)];
}
