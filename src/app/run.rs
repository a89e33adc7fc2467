//! Keeping a house running: answering, doing jobs, sealing the log, and stopping without leaving anything half done.
use std::{net::SocketAddr, time::Duration};

use tokio::{net::TcpListener, sync::watch};

use super::{Standing, tidy};
use crate::{
    db, events,
    house::{House, run_jobs},
    jobs,
};

/// Answers on `listener` until `stop` says so, then ends what is under way and closes the database.
pub async fn serve(
    standing: Standing,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let (tell, told) = watch::channel(false);
    let work = tokio::spawn(work(standing.house.clone(), told));
    let router = standing.router.into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, router).with_graceful_shutdown(stop).await;
    let _ = tell.send(true);
    if let Err(error) = work.await {
        tracing::error!(%error, "the worker ended badly");
    }
    standing.house.close().await;
    served
}

/// Does jobs and seals the log, every second, until told to stop.
async fn work(house: House, mut stop: watch::Receiver<bool>) {
    let holder = jobs::holder();
    let mut tidied = String::new();
    while !*stop.borrow() {
        if let Err(error) = round(&house, holder, &mut tidied).await {
            tracing::warn!(%error, "the worker could not reach the database");
        }
        tokio::select! {
            _ = stop.changed() => {}
            () = tokio::time::sleep(Duration::from_secs(1)) => {}
        }
    }
}

async fn round(house: &House, holder: uuid::Uuid, tidied: &mut String) -> db::Result<()> {
    let now = house.clock.now();
    let half_day = tidy::half_day(now);
    if *tidied != half_day {
        tidy::ask(house, now).await?;
        tidy::ask_daily(house).await?;
        *tidied = half_day;
    }
    run_jobs(house).await?;
    events::seal(&house.db, holder, now).await?;
    Ok(())
}
