using Gongkai.Content;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web;

/// <summary>Port of a home that shows items itself: renders one as its page would be, whatever its state. Whoever asks has seen to it that only those see it who may.</summary>
public interface IItemPreview
{
    /// <summary>Renders the item into the response, with its HTML derived on the spot.</summary>
    Task ShowAsync(HttpContext http, ContentItem item);
}
