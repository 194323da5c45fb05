using Gongkai.Web;

namespace Gongkai.Subscriptions.Asking;

/// <summary>How often subscriptions may be asked for.</summary>
internal sealed class SubscribeLimit(SubscriptionOptions options) : IDisposable
{
    private const int OfOne = 5;

    private readonly RequestLimit _limit = new(OfOne, options.AskedPerMinute);

    public bool TryTake(Microsoft.AspNetCore.Http.HttpContext http) => _limit.TryTake(http);

    public void Dispose() => _limit.Dispose();
}
