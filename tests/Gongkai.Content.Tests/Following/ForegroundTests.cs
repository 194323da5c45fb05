using Microsoft.Extensions.Time.Testing;

namespace Gongkai.Content.Tests.Following;

public sealed class ForegroundTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Foreground _foreground;

    public ForegroundTests() => _foreground = new(_time);

    [Fact]
    public void Where_nobody_waits_work_begins_at_once() => Assert.True(_foreground.LetPassAsync().IsCompletedSuccessfully);

    [Fact]
    public async Task Work_begins_when_the_last_of_those_who_are_waited_for_has_left()
    {
        var (first, second) = (_foreground.Enter(), _foreground.Enter());
        var passing = _foreground.LetPassAsync();
        first.Dispose();
        first.Dispose();
        Assert.False(passing.IsCompleted);

        second.Dispose();

        await passing;
        Assert.True(_foreground.LetPassAsync().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Nobody_is_waited_for_for_ever()
    {
        using var stays = _foreground.Enter();
        var passing = _foreground.LetPassAsync();
        _time.Advance(TimeSpan.FromMilliseconds(249));
        Assert.False(passing.IsCompleted);

        _time.Advance(TimeSpan.FromMilliseconds(1));

        await passing;
    }

    [Fact]
    public void Whoever_was_here_ten_seconds_ago_will_come_again()
    {
        Assert.False(_foreground.IsLively);
        _foreground.Enter().Dispose();
        Assert.True(_foreground.IsLively);

        _time.Advance(TimeSpan.FromSeconds(11));

        Assert.False(_foreground.IsLively);
        using var visit = _foreground.Enter();
        Assert.True(_foreground.IsLively);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        using var stays = _foreground.Enter();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _foreground.LetPassAsync(new CancellationToken(canceled: true)));
    }
}
